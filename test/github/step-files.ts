/** Reads what a step wrote to GITHUB_OUTPUT: `name=value`, or `name<<MARK`, lines, `MARK`. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const heredoc = /^([^=<]+)<<(.+)$/.exec(lines[at]!);
    const plain = /^([^=]+)=(.*)$/.exec(lines[at]!);
    if (heredoc) {
      const end = lines.indexOf(heredoc[2]!, at + 1);
      outputs[heredoc[1]!] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (plain) {
      outputs[plain[1]!] = plain[2]!;
    }
  }
  return outputs;
}
