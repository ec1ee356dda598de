/** PropertiesService: kept with the file (document) or by script and user, within the platform's sizes. */
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';

type Properties = GoogleAppsScript.Properties.Properties;

/** 9 KB a value, 500 KB a store (guides/services/quotas). */
const LARGEST_VALUE = 9 * 1024;
const LARGEST_STORE = 500 * 1024;

interface StoreState {
  readonly execution: Execution;
  /** Prefix of the store's entries in the book's sidecar. */
  readonly store: string;
}

function entries({ execution, store }: StoreState): [string, string][] {
  const { sidecar } = execution.session.cloud.book;
  return Object.entries(sidecar).flatMap(([key, value]) =>
    key.startsWith(store) ? [[key.slice(store.length), value]] : [],
  );
}

function put(state: StoreState, key: string, value: unknown): void {
  const text = String(value);
  if (Buffer.byteLength(text) > LARGEST_VALUE) fail('argumentTooLarge', 'value');
  const others = entries(state).filter(([name]) => name !== key);
  const size = [...others, [key, text]].flat().reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  if (size > LARGEST_STORE) fail('propertyQuota');
  state.execution.session.cloud.book.sidecar[state.store + key] = text;
}

const propertiesFace: Face<Properties, StoreState> = emulate<Properties, StoreState>('Properties', {
  getProperty(key) {
    return this.execution.session.cloud.book.sidecar[this.store + key] ?? null;
  },
  getProperties() {
    return Object.fromEntries(entries(this));
  },
  getKeys() {
    return entries(this).map(([key]) => key);
  },
  setProperty(key, value) {
    put(this, key, value);
    return this.execution.make(propertiesFace, this);
  },
  setProperties(properties: Record<string, string>, deleteAllOthers?: boolean) {
    if (deleteAllOthers)
      for (const [key] of entries(this)) delete this.execution.session.cloud.book.sidecar[this.store + key];
    for (const [key, value] of Object.entries(properties)) put(this, key, value);
    return this.execution.make(propertiesFace, this);
  },
  deleteProperty(key) {
    delete this.execution.session.cloud.book.sidecar[this.store + key];
    return this.execution.make(propertiesFace, this);
  },
  deleteAllProperties() {
    for (const [key] of entries(this)) delete this.execution.session.cloud.book.sidecar[this.store + key];
    return this.execution.make(propertiesFace, this);
  },
});

const serviceFace: Face<GoogleAppsScript.Properties.PropertiesService, { execution: Execution }> = emulate<
  GoogleAppsScript.Properties.PropertiesService,
  { execution: Execution }
>('PropertiesService', {
  getDocumentProperties() {
    // The types say there always is one; outside a container there is none (reference/properties/properties-service).
    if (!this.execution.session.container) return null as unknown as Properties;
    return this.execution.make(propertiesFace, { execution: this.execution, store: 'property:document:' });
  },
  getScriptProperties() {
    return this.execution.make(propertiesFace, { execution: this.execution, store: 'property:script:' });
  },
  getUserProperties() {
    return this.execution.make(propertiesFace, {
      execution: this.execution,
      store: `property:user:${this.execution.user}:`,
    });
  },
});

export const propertiesService = (execution: Execution): GoogleAppsScript.Properties.PropertiesService =>
  execution.make(serviceFace, { execution });
