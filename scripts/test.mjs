// What `npm test` runs: build, checks, tests. Ends with one line that counts tests, and with a failing exit code
// when anything failed; a failed check counts as one failure. Arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

/** Each runs when its file is there. */
const checks = [
  { needs: 'scripts/build.mjs', command: 'node', args: ['scripts/build.mjs'] },
  { needs: 'tsconfig.json', command: 'tsc', args: ['--noEmit'] },
  { needs: 'biome.json', command: 'biome', args: ['check', '.'] },
];

const failedChecks = checks.filter(({ needs, command, args }) => {
  return existsSync(join(root, needs)) && !run(command, args);
});
const tests = runTests();
const failed = tests.failed + failedChecks.length;
for (const check of failedChecks) console.log(`Failed: ${check.command} ${check.args.join(' ')}`);
console.log(
  `${tests.passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`,
);
process.exitCode = failed > 0 ? 1 : 0;

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  const result = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  if (result.error) console.log(result.error.message);
  return result.status === 0;
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'ikrar-report-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const ended = run('vitest', ['run', ...reporters, ...process.argv.slice(2)]);
    return counted(file, ended);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that cannot be loaded has no failed test, and a run may fail outside any test: neither passes here. */
function counted(file, ended) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ended ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
