/**
 * What requests are made of, and the larger ones whole. Shapes are built by the call that needs them: every click pays for what is
 * done when the script is loaded.
 */
import * as z from 'zod/mini';
import { DOCUMENT_KINDS } from '../documents/official/tags.ts';
import { LANGUAGES } from '../messages/language.ts';

export const language = () => z._default(z.enum(LANGUAGES), 'zh-CN');
export const text = (most: number) => z.string().check(z.maxLength(most));
export const texts = (most: number) => z.array(text(200)).check(z.maxLength(most));
/** A month in any of the ways people write one. */
export const month = () => text(40);
export const year = () => z.int().check(z.gte(1900), z.lte(9999));
/** Number of a row, from 1. */
export const row = () => z.int().check(z.positive());
/** A plan of three hundred pages has 200,000 characters. */
export const planText = () => text(500_000);
export const kind = () => z.enum(DOCUMENT_KINDS);
export const settings = () => z.array(z.object({ key: text(40), value: text(5_000) })).check(z.maxLength(100));
/** Images that the caller could read, by the link each stands for. A host without files sends none. */
export const pictures = () => z._default(z.array(z.object({ link: z.string(), base64: z.string() })), []);

export const ofMonth = () => z.object({ month: month() });
export const ofKind = () => z.object({ kind: kind() });
/** A month with the images that go into its report's annex. */
export const pictured = () => z.object({ month: month(), pictures: pictures() });
/** A month, and to whom of those who owe something; all of them where none are named. */
export const toDepartments = () => z.object({ month: month(), departments: z.optional(texts(1_000)) });
export const typedSettings = () => z.object({ values: settings() });

export const newWorkbook = () =>
  z.object({
    year: year(),
    text: z.optional(planText()),
    yearlyReturns: z._default(z.boolean(), false),
    /** The plan's tasks as a person has put them right; those left out are none. */
    tasks: z.optional(
      z
        .array(
          z.object({
            no: text(40),
            title: text(1_000),
            lead: texts(300),
            responsible: texts(300),
            joint: texts(300),
          }),
        )
        .check(z.maxLength(1_000)),
    ),
    departments: z._default(
      z
        .array(
          z.object({
            name: text(200).check(z.minLength(1)),
            aliases: text(500),
            contact: text(200),
            mail: text(500),
            head: text(200),
            headMail: text(500),
            leader: text(200),
            leaderMail: text(500),
            archivist: text(200),
          }),
        )
        .check(z.maxLength(1_000)),
      [],
    ),
    settings: z._default(settings(), []),
    language: language(),
  });

export const reviewed = () =>
  z.object({
    rows: z.array(row()).check(z.maxLength(10_000)),
    decision: z.enum(['accept', 'return']),
    reason: z._default(text(1_000), ''),
    /** By row: the mark under which it was shown; a row that has changed since is not decided on. */
    seen: z._default(z.array(text(40)).check(z.maxLength(10_000)), []),
  });
