/** 审核: one return with its links, and the office's word on it; then the next that waits. */
import * as z from 'zod/mini';
import type { SubmissionReply } from '../../commands/month/submission.ts';
import { review as byLanguage } from '../../messages/page-words.ts';
import { element, freshId } from '../dom.ts';
import { bar, button, commonWords, complain, main, pageData, say, voices, wordsOf, working } from '../page.ts';
import { anything, call, closePage, outcomeShape } from '../script.ts';

const { month, ...first } = pageData<SubmissionReply & { readonly month: string | null }>();
const words = wordsOf(byLanguage);
const FACTS = ['period', 'deadline', 'submitter', 'time', 'count', 'people', 'review', 'hint'] as const;

const cells = ['department', 'task', 'text', 'links', 'reason', ...FACTS] as const;
const submissionShape = z.object({
  sheet: z.string(),
  shown: z.nullable(
    z.object({
      row: z.number(),
      mark: z.string(),
      known: z.string(),
      cells: z.object(
        Object.fromEntries(cells.map((key) => [key, z.string()])) as Record<(typeof cells)[number], z.ZodMiniString>,
      ),
    }),
  ),
  waiting: z.array(z.number()),
});
type Shown = NonNullable<z.output<typeof submissionShape>['shown']>;

const close = button(commonWords().close, closePage);

/** The return in a row, or the first that waits. */
async function show(row: number | undefined): Promise<void> {
  draw(await call('submission', { row: row ?? null, month }, submissionShape));
}

function draw({
  sheet,
  shown,
  waiting,
}: Pick<SubmissionReply, 'sheet' | 'waiting'> & { readonly shown: Shown | null }): void {
  if (shown === null) {
    const nothing = element('h1', { text: words.nothing, tabindex: '-1' });
    main().replaceChildren(nothing, ...voices(), bar(close));
    nothing.focus();
    return;
  }
  const others = waiting.filter((row) => row !== shown.row);
  const heading = element('h1', { text: words.heading(shown.cells), tabindex: '-1' });
  const reason = reasonField(shown.cells.reason);
  const decide = (decision: 'accept' | 'return') => {
    if (decision === 'return' && reason.field.value.trim() === '') {
      complain(words.reasonMissing);
      reason.field.setAttribute('aria-invalid', 'true');
      reason.field.focus();
      return undefined;
    }
    return working(async () => {
      const asked = { rows: [shown.row], decision, reason: reason.field.value, seen: [shown.mark] };
      const { told } = await call('review', asked, outcomeShape);
      // The next below, or the first: the office goes down the sheet.
      await show(others.find((row) => row > shown.row) ?? others[0]);
      say([told.title, ...told.lines].join('　'));
    });
  };
  const step = (text: string, row: number | undefined) => {
    const made = button(text, () => working(() => show(row)));
    made.disabled = row === undefined;
    return made;
  };
  const goTo = { sheet, row: shown.row, known: shown.known };
  main().replaceChildren(
    heading,
    element('p', { class: 'quiet', text: words.place({ row: shown.row, waiting: others.length }) }),
    facts(shown),
    element('h2', { text: words.text }),
    element('div', { class: shown.cells.text === '' ? 'quiet' : 'text', text: shown.cells.text || words.noText }),
    element('h2', { text: words.links }),
    links(shown.cells.links),
    reason.node,
    ...voices(),
    bar(
      button(words.accept, () => decide('accept'), { class: 'main' }),
      button(words.return, () => decide('return')),
      step(
        words.previous,
        [...others].reverse().find((row) => row < shown.row),
      ),
      step(
        words.following,
        others.find((row) => row > shown.row),
      ),
      button(words.toRow, () => working(async () => void (await call('goTo', goTo, anything)))),
      close,
    ),
  );
  heading.focus();
}

function facts({ cells }: Shown): HTMLElement {
  const known = FACTS.filter((key) => cells[key] !== '');
  return element(
    'dl',
    { class: 'facts' },
    known.map((key) =>
      element('div', {}, [element('dt', { text: words.fields[key] }), element('dd', { text: cells[key] })]),
    ),
  );
}

/** What is no address is text: a clerk may write `见邮件`, and nothing but http opens. */
function links(typed: string): HTMLElement {
  const parts = typed.split(/\s+/).filter((part) => part !== '');
  if (parts.length === 0) return element('p', { class: 'quiet', text: words.noLinks });
  return element(
    'ol',
    { class: 'links' },
    parts.map((part) =>
      /^https?:\/\//i.test(part)
        ? element('li', {}, [
            element('a', {
              text: part,
              href: part,
              target: '_blank',
              rel: 'noopener noreferrer',
              title: words.opensNew,
            }),
          ])
        : element('li', { text: part }),
    ),
  );
}

function reasonField(standing: string): { node: HTMLElement; field: HTMLTextAreaElement } {
  const id = freshId();
  const field = element('textarea', { id, rows: '2', maxlength: '1000', 'aria-describedby': `${id}-help` });
  field.value = standing;
  const node = element('div', {}, [
    element('h2', {}, [element('label', { for: id, text: words.reason })]),
    field,
    element('p', { class: 'quiet', id: `${id}-help`, text: words.reasonHelp }),
  ]);
  return { node, field };
}

draw(first);
