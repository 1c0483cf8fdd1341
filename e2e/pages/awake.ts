import { expect, type Page } from '@playwright/test'

/** Waits until the scripts of a page, where they run at all, have taken over its forms and links. */
export async function awake(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(isAwake)).toBe(true)
}

/** React leaves its mark on each element that it has taken over. */
function isAwake(): boolean {
  if (!matchMedia('(scripting: enabled)').matches) return true
  const elements = [...document.querySelectorAll('header a, form')]
  return elements.every((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))
}
