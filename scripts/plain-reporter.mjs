/** Closes a vitest run with one plain line, `N passed, N failed, N skipped`, that any log reader understands. */
export default class PlainReporter {
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) count.failed++;
      for (const test of module.children.allTests())
        count[test.result().state] = (count[test.result().state] ?? 0) + 1;
    }
    const failed = count.failed + errors.length;
    console.log(
      `\n${count.passed} passed, ${failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`,
    );
  }
}
