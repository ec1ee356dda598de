/** 生成报告: the month's documents to download, and the templates they are made from. */
import type { DocumentsReply, DraftReply } from '../../commands/documents.ts';
import type { TemplateReply } from '../../commands/templates.ts';
import type { DocumentsDialogWords, Told } from '../../messages/messages.ts';
import { call, closePage, element, pageData } from '../dom.ts';

interface Data extends DraftReply {
  readonly words: DocumentsDialogWords;
  readonly told: Told;
  readonly templates: readonly TemplateReply[];
}

const { words, told, period, documents, flagged, templates } = pageData<Data>();
const page = document.getElementById('page') as HTMLElement;

const message = element('div', { class: 'error' });
message.hidden = true;
message.setAttribute('role', 'alert');
const state = element('p', { class: 'quiet' });
state.setAttribute('role', 'status');

function button(text: string, label: string, act: () => Promise<void>): HTMLButtonElement {
  const made = element('button', { text });
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.addEventListener('click', () => {
    void working(made, act);
  });
  return made;
}

async function working(pressed: HTMLButtonElement, act: () => Promise<void>): Promise<void> {
  pressed.disabled = true;
  message.hidden = true;
  state.textContent = words.making;
  try {
    await act();
    state.textContent = words.done;
  } catch (error) {
    state.textContent = '';
    message.textContent = error instanceof Error ? error.message : String(error);
    message.hidden = false;
    message.scrollIntoView();
  } finally {
    pressed.disabled = false;
  }
}

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
  const { files } = await call<DocumentsReply>('documents', { month: period, names: [name] });
  for (const file of files) save(file.name, file.base64);
}

function templateLine({ kind, file }: TemplateReply): HTMLElement {
  const said = element('td', { text: file ?? words.builtIn });
  const picker = element('input');
  picker.type = 'file';
  picker.accept = '.docx';
  picker.hidden = true;
  const change = button(words.change, `${words.change} ${kind}`, async () => picker.click());
  picker.addEventListener('change', () => {
    const [chosen] = picker.files ?? [];
    if (!chosen) return;
    void working(change, async () => {
      await call('importTemplate', { kind, file: chosen.name, base64: await base64Of(chosen) });
      said.textContent = chosen.name;
    });
    picker.value = '';
  });
  const reset = button(words.reset, `${words.reset} ${kind}`, async () => {
    await call('resetTemplate', { kind });
    said.textContent = words.builtIn;
  });
  const get = button(words.download, `${words.download} ${kind}`, async () => {
    const { name, base64 } = await call<{ name: string; base64: string }>('templateFile', { kind });
    save(name, base64);
  });
  return element('tr', {}, [element('td', { text: kind }), said, element('td', {}, [get, change, reset, picker])]);
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error(file.name));
    reader.readAsDataURL(file);
  });
}

const rows = (lines: readonly HTMLElement[]) => element('table', {}, [element('tbody', {}, lines)]);

const close = element('button', { class: 'main', text: words.close });
close.type = 'button';
close.addEventListener('click', closePage);

page.replaceChildren(
  element('p', { class: 'counts', text: told.title }),
  element('p', { text: told.lines.join(' ') }),
  ...(flagged.length === 0
    ? []
    : [
        element('div', { class: 'findings' }, [
          element('strong', { text: words.flagged }),
          element(
            'ul',
            {},
            flagged.map(({ task, subject, note }) =>
              element('li', { text: [task, subject, note].filter((part) => part !== '').join('　') }),
            ),
          ),
        ]),
      ]),
  message,
  element('h2', { text: words.documents }),
  rows(
    documents.map((name) =>
      element('tr', {}, [
        element('td', { text: name }),
        element('td', {}, [button(words.download, `${words.download} ${name}`, () => download(name))]),
      ]),
    ),
  ),
  element('p', { class: 'quiet', text: words.draft }),
  element('h2', { text: words.templates }),
  element('p', { class: 'quiet', text: words.templatesHelp }),
  rows(templates.map(templateLine)),
  element('div', { class: 'bar' }, [close, state]),
);
