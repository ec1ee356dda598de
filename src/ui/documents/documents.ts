/** 生成报告: the month's documents to download, and the templates they are made from. */
import * as z from 'zod/mini';
import type { DraftReply } from '../../commands/report/documents.ts';
import type { TemplateReply } from '../../commands/report/templates.ts';
import type { Told } from '../../messages/messages.ts';
import { documents as byLanguage } from '../../messages/page-words.ts';
import { element, list, table } from '../dom.ts';
import { bar, button, commonWords, main, pageData, say, voices, wordsOf, working } from '../page.ts';
import { anything, call, closePage } from '../script.ts';

const { told, period, documents, flagged, templates } = pageData<
  DraftReply & { readonly told: Told; readonly templates: readonly TemplateReply[] }
>();
const words = wordsOf(byLanguage);

const fileShape = z.object({ name: z.string(), base64: z.string() });

const act = (text: string, label: string, work: () => Promise<void>): HTMLButtonElement =>
  button(
    text,
    () =>
      working(async () => {
        await work();
        say(words.done);
      }, words.making),
    { 'aria-label': `${text} ${label}` },
  );

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Hands the file to the browser, which puts it where its downloads go. */
function save(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: WORD }));
  const link = element('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(url);
}

async function download(name: string): Promise<void> {
  const asked = { month: period, names: [name] };
  const { files } = await call('documents', asked, z.object({ files: z.array(fileShape) }));
  for (const file of files) save(file.name, file.base64);
}

function templateLine({ kind, file }: TemplateReply): (string | Node)[] {
  const said = element('span', { text: file ?? words.builtIn });
  const picker = element('input', { type: 'file', accept: '.docx', 'aria-label': `${words.change} ${kind}` });
  picker.hidden = true;
  const change = button(words.change, () => picker.click(), { 'aria-label': `${words.change} ${kind}` });
  picker.addEventListener('change', () => {
    const chosen = picker.files?.[0];
    if (!chosen) return;
    void working(async () => {
      await call('importTemplate', { kind, file: chosen.name, base64: await base64Of(chosen) }, anything);
      said.textContent = chosen.name;
      say(words.done);
    }, words.making);
    picker.value = '';
  });
  const reset = act(words.reset, kind, async () => {
    await call('resetTemplate', { kind }, anything);
    said.textContent = words.builtIn;
  });
  const get = act(words.download, kind, async () => {
    const { name, base64 } = await call('templateFile', { kind }, fileShape);
    save(name, base64);
  });
  return [kind, said, element('span', {}, [get, change, reset, picker])];
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error(file.name));
    reader.readAsDataURL(file);
  });
}

main().replaceChildren(
  element('p', { class: 'counts', text: told.title }),
  element('p', { text: told.lines.join(' ') }),
  ...(flagged.length === 0
    ? []
    : [
        element('div', { class: 'findings' }, [
          element('strong', { text: words.flagged }),
          list(
            flagged.map(({ task, subject, note }) => [task, subject, note].filter((part) => part !== '').join('　')),
          ),
        ]),
      ]),
  element('h2', { text: words.documents }),
  table(
    [],
    documents.map((name) => [name, act(words.download, name, () => download(name))]),
  ),
  element('p', { class: 'quiet', text: words.draft }),
  element('h2', { text: words.templates }),
  element('p', { class: 'quiet', text: words.templatesHelp }),
  table([], templates.map(templateLine)),
  ...voices(),
  bar(button(commonWords().close, closePage, { class: 'main' })),
);
