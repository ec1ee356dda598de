/**
 * What each function of the script that pages call may be asked: checked when the request comes in, and the type by which
 * pages ask. Shapes are built by the call that needs them: every click pays for what is done when the script is loaded.
 */
import * as z from 'zod/mini';
import { DOCUMENT_KINDS } from '../documents/official/tags.ts';
import { LANGUAGES } from '../messages/catalogues.ts';

const language = () => z._default(z.enum(LANGUAGES), 'zh-CN');
const text = (most: number) => z.string().check(z.maxLength(most));
const texts = (most: number) => z.array(text(200)).check(z.maxLength(most));
const month = () => text(40);
const year = () => z.int().check(z.gte(1900), z.lte(9999));
/** Number of a row, from 1. */
const row = () => z.int().check(z.positive());
/** A plan of three hundred pages has 200,000 characters. */
const planText = () => text(500_000);
const settings = () => z.array(z.object({ key: text(40), value: text(5_000) })).check(z.maxLength(100));
const ofMonth = () => z.object({ month: month() });
/**
 * A month, with images whoever calls could read, by the link each stands for: they go into the report's annex. A host without
 * files sends none.
 */
const pictured = () =>
  z.object({
    month: month(),
    pictures: z._default(z.array(z.object({ link: z.string(), base64: z.string() })), []),
  });
const kind = () => z.enum(DOCUMENT_KINDS);

export const REQUESTS = {
  parsePlan: () => z.object({ text: planText(), year: z.optional(year()), language: language() }),
  setUp: () =>
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
    }),
  ofMonth,
  pictured,
  documents: () => z.extend(pictured(), { names: z.optional(z.array(z.string())) }),
  ofKind: () => z.object({ kind: kind() }),
  // Base64 of 2 MB: a template is words and a line or two; a photograph in it would be sent with every document.
  importTemplate: () => z.object({ kind: kind(), file: text(200), base64: text(2_800_000) }),
  send: () => z.extend(pictured(), { correction: z._default(z.boolean(), false) }),
  review: () =>
    z.object({
      rows: z.array(row()).check(z.maxLength(10_000)),
      decision: z.enum(['accept', 'return']),
      reason: z._default(text(1_000), ''),
      /** By row: the mark under which it was shown; a row that has changed since is not decided on. */
      seen: z._default(z.array(text(40)).check(z.maxLength(10_000)), []),
    }),
  remind: () => z.object({ month: month(), departments: z.optional(texts(1_000)) }),
  settleDispatch: () =>
    z.object({
      key: text(1_000).check(z.minLength(1)),
      action: z.enum(['resend', 'cancel', 'arrived', 'notArrived']),
    }),
  board: () => z.object({ month: z.nullable(month()) }),
  goTo: () =>
    z.object({
      sheet: text(200),
      row: row(),
      column: z.optional(z.int().check(z.gte(0), z.lte(20_000))),
      known: z.optional(text(5_000)),
    }),
  openPage: () =>
    z.object({
      page: z.enum(['remind', 'documents', 'preview', 'review', 'settings']),
      month: month(),
      row: z.optional(row()),
    }),
  submission: () => z.object({ row: z.nullable(row()), month: z.nullable(month()) }),
  settings: () => z.object({ values: settings() }),
} as const;
