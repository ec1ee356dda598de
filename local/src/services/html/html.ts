/** HtmlService: pages, and templates with `<? ?>`, `<?= ?>`, `<?!= ?>`. */
import { Script } from 'node:vm';
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { newBlob } from '../utilities/blob.ts';
import { escaped, escapedAfter, templateCode } from './template.ts';

type Output = GoogleAppsScript.HTML.HtmlOutput;

interface OutputState {
  readonly execution: Execution;
  content: string;
  title: string;
  width: number | null;
  height: number | null;
}

const self = (state: OutputState): Output => state.execution.make(outputFace, state);

const outputFace: Face<Output, OutputState> = emulate<Output, OutputState>('HtmlOutput', {
  getContent() {
    return this.content;
  },
  setContent(content) {
    this.content = content;
    return self(this);
  },
  append(text) {
    this.content += text;
    return self(this);
  },
  appendUntrusted(text) {
    this.content += escaped(text);
    return self(this);
  },
  clear() {
    this.content = '';
    return self(this);
  },
  getTitle() {
    return this.title;
  },
  setTitle(title) {
    this.title = title;
    return self(this);
  },
  getWidth() {
    return this.width ?? 0;
  },
  setWidth(width) {
    this.width = width;
    return self(this);
  },
  getHeight() {
    return this.height ?? 0;
  },
  setHeight(height) {
    this.height = height;
    return self(this);
  },
  asTemplate() {
    return template(this.execution, this.content);
  },
  getBlob() {
    return newBlob(this.execution, this.content, 'text/html', `${this.title || 'Untitled'}.html`);
  },
  setSandboxMode() {
    return self(this);
  },
  setXFrameOptionsMode() {
    return self(this);
  },
  addMetaTag() {
    return self(this);
  },
  setFaviconUrl() {
    return self(this);
  },
});

export const htmlText = (execution: Execution, page: unknown): string =>
  execution.state(outputFace, page)?.content ?? String(page);

export const titleOf = (execution: Execution, page: unknown): string => execution.state(outputFace, page)?.title ?? '';

export function sizeOf(execution: Execution, page: unknown): { width: number | null; height: number | null } {
  const state = execution.state(outputFace, page);
  return { width: state?.width ?? null, height: state?.height ?? null };
}

function output(execution: Execution, content: string): Output {
  return execution.make(outputFace, { execution, content, title: '', width: null, height: null });
}

function fileOf(execution: Execution, name: string): string {
  const { html } = execution.session.project;
  // With or without the ending, whichever way the project has it.
  const stem = name.replace(/\.html$/, '');
  return html.get(stem) ?? html.get(`${stem}.html`) ?? fail('noHtmlFile', name);
}

interface TemplateState {
  readonly execution: Execution;
  readonly content: string;
  /** What the script holds: the values it has put on it are the template's variables. */
  self?: object;
}

const templateFace: Face<GoogleAppsScript.HTML.HtmlTemplate, TemplateState> = emulate<
  GoogleAppsScript.HTML.HtmlTemplate,
  TemplateState
>('HtmlTemplate', {
  getRawContent() {
    return this.content;
  },
  getCode() {
    return templateCode(this.content);
  },
  evaluate() {
    const { realm } = this.execution;
    const scope = { ...(this.self as Record<string, unknown>) };
    const names = Object.keys(scope).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
    const code = `(function (${names.join(', ')}) { return ${templateCode(this.content)} })`;
    const made = realm.run(new Script(code, { filename: 'template.html' }));
    const values = names.map((name) => scope[name]);
    return this.execution.asScript(() => realm.invoke(made, undefined, values)) as Output;
  },
});

function template(execution: Execution, content: string): GoogleAppsScript.HTML.HtmlTemplate {
  const state: TemplateState = { execution, content };
  const made = execution.make(templateFace, state);
  state.self = made;
  return made;
}

/** What a template's program writes to: `_` adds as it is, `_$` adds made harmless, `$out` is the page. */
function templateOutput(execution: Execution): Output {
  const state: OutputState = { execution, content: '', title: '', width: null, height: null };
  const made = execution.make(outputFace, state);
  const { wrap } = execution.realm;
  const add = (text: string): void => {
    state.content += text;
  };
  Object.defineProperties(made, {
    _: { set: wrap((text) => add(String(text))) },
    _$: { set: wrap((value) => add(escapedAfter(state.content, value))) },
    $out: { value: execution.make(outputFace, state) },
  });
  return made;
}

/** The service with the method that only templates' programs call. */
type HtmlService = GoogleAppsScript.HTML.HtmlService & { initTemplate(): Output };

export const htmlServiceFace: Face<HtmlService, { execution: Execution }> = emulate<
  HtmlService,
  { execution: Execution }
>(
  'HtmlService',
  {
    initTemplate() {
      return templateOutput(this.execution);
    },
    createHtmlOutput(html?: unknown) {
      return output(this.execution, html === undefined ? '' : String(html));
    },
    createHtmlOutputFromFile(name) {
      return output(this.execution, fileOf(this.execution, name));
    },
    createTemplate(html: unknown) {
      return template(this.execution, String(html));
    },
    createTemplateFromFile(name) {
      return template(this.execution, fileOf(this.execution, name));
    },
    getUserAgent() {
      return 'local host';
    },
  },
  { SandboxMode: 'SandboxMode', XFrameOptionsMode: 'XFrameOptionsMode' },
);
