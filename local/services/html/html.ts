/** HtmlService: pages, and templates with `<? ?>`, `<?= ?>`, `<?!= ?>`. */
import { Script } from 'node:vm';
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';

type Output = GoogleAppsScript.HTML.HtmlOutput;

interface OutputState {
  readonly execution: Execution;
  content: string;
  title: string;
  width: number | null;
  height: number | null;
}

const self = (state: OutputState): Output => state.execution.make(outputFace, state);

export const outputFace: Face<Output, OutputState> = emulate<Output, OutputState>('HtmlOutput', {
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

export function sizeOf(execution: Execution, page: unknown): { width: number | null; height: number | null } {
  const state = execution.state(outputFace, page);
  return { width: state?.width ?? null, height: state?.height ?? null };
}

function output(execution: Execution, content: string): Output {
  return execution.make(outputFace, { execution, content, title: '', width: null, height: null });
}

function fileOf(execution: Execution, name: string): string {
  const { html } = execution.session.project;
  return html.get(name) ?? html.get(`${name}.html`) ?? fail('noHtmlFile', name);
}

const templateFace: Face<GoogleAppsScript.HTML.HtmlTemplate, { execution: Execution; content: string; self?: object }> =
  emulate<GoogleAppsScript.HTML.HtmlTemplate, { execution: Execution; content: string; self?: object }>(
    'HtmlTemplate',
    {
      getRawContent() {
        return this.content;
      },
      getCode() {
        return templateCode(this.content);
      },
      evaluate() {
        const { execution } = this;
        const scope = { ...(this.self as Record<string, unknown>) };
        const names = Object.keys(scope).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
        const code = `(function (escape_, ${names.join(', ')}) { ${templateCode(this.content)} })`;
        const made = execution.realm.run(new Script(code, { filename: 'template.html' }));
        const text = execution.realm.invoke(made, undefined, [
          execution.realm.wrap((value) => escaped(String(value))),
          ...names.map((name) => scope[name]),
        ]);
        return output(execution, String(text));
      },
    },
  );

/** The template as a program that puts the page together. */
function templateCode(content: string): string {
  const parts = content.split(/<\?(!=|=)?([\s\S]*?)\?>/);
  let code = 'var out_ = "";';
  for (let at = 0; at < parts.length; at += 3) {
    code += `out_ += ${JSON.stringify(parts[at] ?? '')};`;
    if (at + 2 >= parts.length) break;
    const kind = parts[at + 1];
    const inside = parts[at + 2] ?? '';
    if (kind === '=') code += `out_ += escape_(${inside});`;
    else if (kind === '!=') code += `out_ += (${inside});`;
    else code += `${inside};`;
  }
  return `${code} return out_;`;
}

function template(execution: Execution, content: string): GoogleAppsScript.HTML.HtmlTemplate {
  const state: { execution: Execution; content: string; self?: object } = { execution, content };
  const made = execution.make(templateFace, state);
  state.self = made;
  return made;
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export const htmlServiceFace: Face<GoogleAppsScript.HTML.HtmlService, { execution: Execution }> = emulate<
  GoogleAppsScript.HTML.HtmlService,
  { execution: Execution }
>(
  'HtmlService',
  {
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
  ({ execution }) => ({
    SandboxMode: execution.realm.adopt(execution.enumeration('SandboxMode')),
    XFrameOptionsMode: execution.realm.adopt(execution.enumeration('XFrameOptionsMode')),
  }),
);
