/** The ways a service call fails: as the platform would, or because the local host does not do that yet. */
import { type MessageKey, messageText } from './messages.ts';

/** An error a service throws at the script: `e.name === 'Exception'`, the text without a prefix, in the user's language. */
export class ServiceError extends Error {
  readonly key: MessageKey;
  readonly args: readonly (string | number)[];
  /** What the script finds on the error besides its text: flat records by the property's name. */
  readonly facts: Readonly<Record<string, object>>;

  constructor(key: MessageKey, args: readonly (string | number)[], facts: Readonly<Record<string, object>> = {}) {
    super(messageText('en', key, args));
    this.name = 'Exception';
    this.key = key;
    this.args = args;
    this.facts = facts;
  }

  /** The text as a user of that language reads it. */
  textIn(language: string): string {
    return messageText(language, this.key, this.args);
  }
}

/** A part of the platform the local host does not imitate. Named, so that it is not looked for elsewhere. */
export class NotSupportedError extends Error {
  constructor(what: string) {
    super(`not supported by the local host: ${what}`);
    this.name = 'NotSupportedError';
  }
}

/** Fails the service call with the platform's text. */
export function fail(key: MessageKey, ...args: (string | number)[]): never {
  throw new ServiceError(key, args);
}

/** Fails the call because the local host does not do this. */
export function notSupported(what: string): never {
  throw new NotSupportedError(what);
}
