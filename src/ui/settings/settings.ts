/** 设置: the workbook's settings as a form. All of it is saved, or none. */
import * as z from 'zod/mini';
import type { SettingField } from '../../workbook/settings-form.ts';
import { element } from '../dom.ts';
import { bar, button, commonWords, complain, main, pageData, say, voices, working } from '../page.ts';
import { call, closePage, toldShape } from '../script.ts';
import { settingsFields, settingsWords } from './fields.ts';

const data = pageData<{ readonly fields: readonly SettingField[] }>();
const words = settingsWords();
const form = settingsFields(data.fields);

/** As the sheet has it: only what a person changed here goes back, so that nothing typed there meanwhile is undone. */
let standing = new Map(form.values().map(({ key, value }) => [key, value]));

const texts = () => z.array(z.string());

async function save(): Promise<void> {
  let faults: readonly string[] = [];
  await working(async () => {
    const typed = form.values();
    const values = typed.filter(({ key, value }) => standing.get(key) !== value);
    const shape = z.object({ told: toldShape, reply: z.object({ faults: texts(), changed: texts() }) });
    const { told, reply } = await call('saveSettings', { values }, shape);
    faults = reply.faults;
    if (faults.length > 0) {
      complain(words.faults(faults.length));
      return;
    }
    standing = new Map(typed.map(({ key, value }) => [key, value]));
    const changed = form.named(reply.changed);
    say([told.title, ...(changed.length > 0 ? [words.changed(changed)] : [])].join('　'));
  });
  // Once nothing rests any more: the focus goes to the first of them.
  form.mark(faults);
}

main().replaceChildren(
  element('p', { class: 'quiet', text: words.help }),
  form.node,
  ...voices(),
  bar(button(words.save, save, { class: 'main' }), button(commonWords().close, closePage)),
);
