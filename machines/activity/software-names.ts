// Alone these are software; within a longer name they may be a person's: Claude Moreau teaches, Claude does not.
const alone = /^(claude|gemini|bard|copilot|grok|llama|mistral|perplexity|siri|alexa|attune|ai|a i|bot)$/
const followed =
  /^(claude|gemini|copilot|grok|llama|mistral|perplexity) (ai|code|opus|sonnet|haiku|pro|ultra|flash|v?\d.*)$/
const anywhere =
  /\b(chatgpt|gpt|gpt\d\w*|openai|anthropic|deepseek|llm|chatbot|software|algorithm|artificial intelligence|(large )?language model|ai (model|assistant|system|agent|tool)|machine learning)\b/

/** @returns whether what stands in place of a person's name is the name of software, or calls itself so. */
export function isSoftwareName(name: string): boolean {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return [alone, followed, anywhere].some((pattern) => pattern.test(words))
}
