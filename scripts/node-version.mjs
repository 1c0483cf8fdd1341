/** Ends the process with a sentence when this Node is older than `least` (a major version). */
export function requireNode(least) {
  const version = process.versions.node
  if (Number(version.split('.')[0]) >= least) return
  console.error(`Attune needs Node ${least} or newer, and this is Node ${version}.`)
  console.error('`npm ci` brings a fitting Node for all npm scripts, unless optional packages are left out.')
  console.error('Run `npm ci` again, then `npm start`; or install a newer Node from https://nodejs.org.')
  process.exit(1)
}
