#!/usr/bin/env node
var version = process.version.slice(1);
function end(line, code) {
  console.error('litetrim' + line);
  process.exitCode = code;
}
if (parseInt(version, 10) < 20) {
  end(' needs Node.js 20 or newer, this is ' + version + '. Install a newer one.', 2);
} else {
  import('./command-line.js').catch(function (error) {
    end(': defect: ' + error.message, 70);
  });
}
