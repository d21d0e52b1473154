#!/usr/bin/env node
// Checks that a tag may be released, and prints its section of CHANGELOG.md.
//
//   scripts/ci/release-notes.mjs TAG    for example: release-notes.mjs v1.2.3
//
// It may where it is the version of package.json and of the lock file, is in the history of main, and has a section
// with a date. Ends with 1, and a line about each that isn't so.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [tag = ''] = process.argv.slice(2);
const version = tag.replace(/^v/, '');

/** Text between the version's heading and the next one, or the links at the end; null where there is no heading. */
function sectionOf(changelog) {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`[${version}] - `));
  if (!section || !/^\S+ - \d{4}-\d\d-\d\d\n/.test(section)) return null;
  return section
    .slice(section.indexOf('\n'))
    .replace(/^\[[^\]]+\]: .*$/gm, '')
    .trim();
}

function isOnMain() {
  return spawnSync('git', ['merge-base', '--is-ancestor', `${tag}^{commit}`, 'origin/main']).status === 0;
}

const versionIn = (file) => JSON.parse(readFileSync(file, 'utf8')).version;
const notes = sectionOf(readFileSync('CHANGELOG.md', 'utf8'));
const problems = [
  !/^v\d+\.\d+\.\d+$/.test(tag) && 'it is no release. Releases are called v1.2.3.',
  ...['package.json', 'package-lock.json'].map(
    (file) => versionIn(file) !== version && `${file} has version ${versionIn(file)}.`,
  ),
  !isOnMain() && 'main does not hold it.',
  !notes && `CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD", or an empty one.`,
].filter(Boolean);

for (const problem of problems) console.error(`${tag || 'no tag'}: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else console.log(notes);
