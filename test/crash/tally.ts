/** Prints the size of the crash matrix after the last test. */
import { forgetSizes, sizeTable } from './size.ts';

export default function tally(): () => void {
  forgetSizes();
  return () => {
    const table = sizeTable();
    // biome-ignore lint/suspicious/noConsole: the size is for the reader of the run's output
    if (table !== '') console.log(`\n${table}`);
  };
}
