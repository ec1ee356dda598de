import type { Matrix } from '../domain/matrix.ts';
import { type Memory } from '../google/memory.ts';
import type { Settings } from '../workbook/settings.ts';
import { type Office } from './office.ts';
export interface Directory {
    readonly timeZone: string;
    readonly settings: Pick<Settings, 'year' | 'language'> & {
        readonly rules: Pick<Settings['rules'], 'deadline'>;
    };
    /** Tasks without their contents, and no duties: names and what they demand. */
    readonly matrix: Matrix;
}
/**
 * As remembered, or else read from the three sheets that say it.
 *
 * @throws Refusal whatever readOffice refuses
 */
export declare function knownDirectory(memory: Memory): Directory;
/** Remembers it anew: after a command that read the three sheets, or after somebody typed into one of them. */
export declare function rememberDirectory({ book, settings, matrix }: Office): Directory;
/** Where a command writes what it is made from: the next edit reads the sheets. */
export declare const forgetDirectory: () => void;
