/** What must be known of the workbook to take in a row, remembered between two edits so that none has to read it. */
import * as z from 'zod/mini';
import type { Matrix } from '../domain/matrix.ts';
import { openBook } from '../google/book.ts';
import { type Properties, writeProperty } from '../google/properties.ts';
import { LANGUAGES } from '../messages/language.ts';
import type { Settings } from '../workbook/settings/table.ts';
import { type Office, readOffice } from './office.ts';

export interface Directory {
  readonly timeZone: string;
  readonly settings: Pick<Settings, 'year' | 'language'> & { readonly rules: Pick<Settings['rules'], 'deadline'> };
  /** Tasks without their contents, and no duties: names and what they demand. */
  readonly matrix: Matrix;
}

const PROPERTY = 'huizong.directory';

/**
 * As remembered, or else read from the three sheets that say it.
 *
 * @throws Refusal whatever readOffice refuses
 */
export function knownDirectory(properties: Properties): Directory {
  const recalled = z.safeParse(shape(), parsed(properties.get(PROPERTY) ?? ''));
  return recalled.success ? recalled.data : storeDirectory(readOffice(openBook()));
}

/** What was half written is as good as forgotten. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Remembers it anew: after a command that read the three sheets, or after a person typed into one of them. */
export function storeDirectory({ book, settings, matrix }: Office): Directory {
  const directory: Directory = {
    timeZone: book.timeZone,
    settings: { year: settings.year, language: settings.language, rules: { deadline: settings.rules.deadline } },
    matrix: {
      tasks: matrix.tasks.map((task) => ({ ...task, content: '' })),
      departments: matrix.departments,
      duties: [],
    },
  };
  writeProperty(PROPERTY, JSON.stringify(directory));
  return directory;
}

/** Where a command writes what it is made from: the next edit reads the sheets. */
export const clearDirectory = (): void => writeProperty(PROPERTY, '');

function shape() {
  const task = z.object({
    no: z.string(),
    title: z.string(),
    content: z.string(),
    fromMonth: z.number(),
    toMonth: z.number(),
    frequency: z.enum(['monthly', 'quarterly', 'yearly', 'once']),
    evidence: z.string(),
  });
  const department = z.object({
    name: z.string(),
    aliases: z.array(z.string()),
    contact: z.string(),
    mail: z.string(),
    leader: z.string(),
    leaderMail: z.string(),
    archivist: z.string(),
    head: z.string(),
    headMail: z.string(),
    active: z.boolean(),
  });
  const deadline = z.object({
    day: z.number(),
    inclusive: z.boolean(),
    holidays: z.enum(['none', 'next', 'previous']),
  });
  return z.object({
    timeZone: z.string(),
    settings: z.object({
      year: z.number(),
      language: z.enum(LANGUAGES),
      rules: z.object({ deadline }),
    }),
    matrix: z.object({
      tasks: z.array(task),
      departments: z.array(department),
      duties: z.array(z.never()),
    }),
  });
}
