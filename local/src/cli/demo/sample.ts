/** The sample month: rows as departments would type them, read from `examples/submissions.tsv`. */
import { readFileSync } from 'node:fs';

export interface SampleRow {
  readonly period: string;
  readonly department: string;
  readonly task: string;
  /** The cells from 报送内容 on: text, 数量, 人次, links, submitter, time, review, reason. */
  readonly cells: readonly string[];
}

/** A line break inside a cell is written `\n`. */
export function readSample(path: string): SampleRow[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [period = '', department = '', task = '', ...cells] = line
        .split('\t')
        .map((cell) => cell.replace(/\\n/g, '\n'));
      return { period, department, task, cells };
    });
}
