/**
 * The code of a file in dist/ that Node.js is started with: says in one line where Node.js is too old, and loads the
 * bundle where it isn't. Its own syntax is old, since a file is read as a whole before any of it runs.
 *
 * @param bundle file beside it
 * @param range as of "engines" in package.json: `>=20`
 */
export function entry(bundle: string, range: string): string {
  const oldest = Number(/\d+/.exec(range)![0]);
  return `#!/usr/bin/env node
var version = process.version.slice(1);
function end(line, code) {
  console.error('litetrim' + line);
  process.exitCode = code;
}
if (parseInt(version, 10) < ${oldest}) {
  end(' needs Node.js ${oldest} or newer, this is ' + version + '. Install a newer one.', 2);
} else {
  import('./${bundle}').catch(function (error) {
    end(': defect: ' + error.message, 70);
  });
}
`;
}
