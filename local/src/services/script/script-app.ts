/** ScriptApp: triggers, kept with the file, and what a script may ask of its own rights. */
import { bookId } from '../../runtime/cloud.ts';
import { enumNames } from '../../runtime/enums.ts';
import { fail } from '../../runtime/errors.ts';
import type { Execution } from '../../runtime/execution.ts';
import { emulate, type Face } from '../../runtime/face.ts';
import { epochOf, isZone, utcOf } from '../../values/zone.ts';
import { firstRun, isComplete, type Schedule } from './schedule.ts';
import { addTrigger, removeTrigger, type StoredTrigger, triggersOf } from './triggers.ts';

type App = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;

interface TriggerState {
  readonly execution: Execution;
  readonly trigger: StoredTrigger;
}

interface BuilderState {
  readonly execution: Execution;
  readonly run: string;
  event: string;
  schedule: Schedule;
  timeZone: string | undefined;
}

/** A user may have 20 triggers in a script (guides/services/quotas). */
const MOST_TRIGGERS = 20;

const triggerFace: Face<Trigger, TriggerState> = emulate<Trigger, TriggerState>('Trigger', {
  getHandlerFunction() {
    return this.trigger.run;
  },
  getUniqueId() {
    return this.trigger.id;
  },
  getEventType() {
    return this.execution.enumValue('EventType', this.trigger.event) as unknown as GoogleAppsScript.Script.EventType;
  },
  getTriggerSource() {
    const source = this.trigger.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS';
    return this.execution.enumValue('TriggerSource', source) as unknown as GoogleAppsScript.Script.TriggerSource;
  },
  getTriggerSourceId() {
    // The types promise a text; clock triggers come from no file (reference/script/trigger#gettriggersourceid).
    return this.trigger.event === 'CLOCK' ? (null as unknown as string) : bookId(this.execution.session.cloud.book);
  },
});

function create(state: BuilderState): Trigger {
  const { execution } = state;
  const { book, clock } = execution.session.cloud;
  const timeZone = state.timeZone ?? execution.session.project.manifest.timeZone ?? book.timeZone;
  if (state.event === '') fail('clockWithoutSchedule');
  if (triggersOf(book).filter(({ user }) => user === execution.user).length >= MOST_TRIGGERS) fail('tooManyTriggers');
  const trigger = addTrigger(book, {
    run: state.run,
    event: state.event,
    user: execution.user,
    schedule: state.schedule,
    timeZone,
    due: state.event === 'CLOCK' ? firstRun(state.schedule, clock.now(), timeZone) : 0,
  });
  return execution.make(triggerFace, { execution, trigger });
}

type Clock = GoogleAppsScript.Script.ClockTriggerBuilder;

function scheduled(state: BuilderState, schedule: Schedule): Clock {
  state.schedule = { ...state.schedule, ...schedule };
  return state.execution.make(clockFace, state);
}

const clockFace: Face<Clock, BuilderState> = emulate<Clock, BuilderState>('ClockTriggerBuilder', {
  after(milliseconds) {
    return scheduled(this, { after: milliseconds });
  },
  at(date) {
    return scheduled(this, { at: date.getTime() });
  },
  atDate(year, month, day) {
    const { project, cloud } = this.execution.session;
    const zone = this.timeZone ?? project.manifest.timeZone ?? cloud.book.timeZone;
    return scheduled(this, { at: epochOf(zone, utcOf(year, month, day)) });
  },
  inTimezone(timeZone) {
    if (!isZone(timeZone)) fail('invalidArgument', timeZone);
    this.timeZone = timeZone;
    return this.execution.make(clockFace, this);
  },
  onWeekDay(day) {
    const name = this.execution.enumName('Weekday', day) ?? fail('invalidArgument', 'day');
    return scheduled(this, { weekday: enumNames('Weekday').indexOf(name) });
  },
  atHour(hour) {
    return scheduled(this, { hour });
  },
  nearMinute(minute) {
    return scheduled(this, { minute });
  },
  everyDays(days) {
    return scheduled(this, { days });
  },
  everyHours(hours) {
    if (![1, 2, 4, 6, 8, 12].includes(hours)) fail('triggerHours');
    return scheduled(this, { hours });
  },
  everyMinutes(minutes) {
    if (![1, 5, 10, 15, 30].includes(minutes)) fail('triggerMinutes');
    return scheduled(this, { minutes });
  },
  everyWeeks(weeks) {
    return scheduled(this, { weeks });
  },
  onMonthDay(day) {
    return scheduled(this, { monthDay: day });
  },
  create() {
    if (!isComplete(this.schedule)) fail('clockWithoutSchedule');
    return create(this);
  },
});

type SheetBuilder = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;

const spreadsheetFace: Face<SheetBuilder, BuilderState> = emulate<SheetBuilder, BuilderState>(
  'SpreadsheetTriggerBuilder',
  {
    onEdit() {
      return this.execution.make(spreadsheetFace, Object.assign(this, { event: 'ON_EDIT' }));
    },
    onChange() {
      return this.execution.make(spreadsheetFace, Object.assign(this, { event: 'ON_CHANGE' }));
    },
    onOpen() {
      return this.execution.make(spreadsheetFace, Object.assign(this, { event: 'ON_OPEN' }));
    },
    onFormSubmit() {
      return this.execution.make(spreadsheetFace, Object.assign(this, { event: 'ON_FORM_SUBMIT' }));
    },
    create() {
      return create(this);
    },
  },
);

const builderFace: Face<GoogleAppsScript.Script.TriggerBuilder, BuilderState> = emulate<
  GoogleAppsScript.Script.TriggerBuilder,
  BuilderState
>('TriggerBuilder', {
  timeBased() {
    return this.execution.make(clockFace, Object.assign(this, { event: 'CLOCK' }));
  },
  forSpreadsheet() {
    return this.execution.make(spreadsheetFace, this);
  },
});

/** An account that runs a script here has granted it what its manifest names. */
const authorizationFace: Face<GoogleAppsScript.Script.AuthorizationInfo, { readonly execution: Execution }> = emulate<
  GoogleAppsScript.Script.AuthorizationInfo,
  { readonly execution: Execution }
>('AuthorizationInfo', {
  getAuthorizationStatus() {
    return this.execution.enumValue(
      'AuthorizationStatus',
      'NOT_REQUIRED',
    ) as unknown as GoogleAppsScript.Script.AuthorizationStatus;
  },
  getAuthorizationUrl() {
    // The types promise a text; there is none where nothing is to be granted (reference/script/authorization-info).
    return null as unknown as string;
  },
});

const face: Face<App, { execution: Execution }> = emulate<App, { execution: Execution }>(
  'ScriptApp',
  {
    getProjectTriggers() {
      const { execution } = this;
      return triggersOf(execution.session.cloud.book)
        .filter(({ user }) => user === execution.user)
        .map((trigger) => execution.make(triggerFace, { execution, trigger }));
    },
    newTrigger(run) {
      return this.execution.make(builderFace, {
        execution: this.execution,
        run,
        event: '',
        schedule: {},
        timeZone: undefined,
      });
    },
    deleteTrigger(trigger) {
      const state = this.execution.state(triggerFace, trigger);
      if (state) removeTrigger(this.execution.session.cloud.book, state.trigger.id);
    },
    getScriptId() {
      return this.execution.session.project.id;
    },
    getUserTriggers() {
      const { execution } = this;
      return triggersOf(execution.session.cloud.book)
        .filter(({ user, event }) => user === execution.user && event !== 'CLOCK')
        .map((trigger) => execution.make(triggerFace, { execution, trigger }));
    },
    getAuthorizationInfo() {
      return this.execution.make(authorizationFace, this);
    },
    requireAllScopes() {
      // As requireScopes.
    },
    requireScopes() {
      // Scopes the manifest names are granted here as a whole.
    },
  },
  {
    AuthMode: 'AuthMode',
    AuthorizationStatus: 'AuthorizationStatus',
    EventType: 'EventType',
    TriggerSource: 'TriggerSource',
    WeekDay: 'Weekday',
  },
);

export const scriptApp = (execution: Execution): App => execution.make(face, { execution });
