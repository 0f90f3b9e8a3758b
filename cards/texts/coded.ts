import type { GetICUArgs } from '@schummar/icu-type-parser';
import type { Said } from '../runs.ts';
import { plain } from '../text.ts';
import type { en } from './en.ts';
import type { Texts } from './languages.ts';

/** What the rules decided, as a code with what has to be said about it: strings as they are, of anybody. */
interface Coded<Code extends string> {
  readonly code: Code;
  readonly values: RawValues;
}
type RawValues = Readonly<Record<string, string | number>>;

/** What a message takes, before it is made inert. */
type ValuesOf<M extends string> = GetICUArgs<M, { ICUArgument: string; ICUNumberArgument: number }>;
/** Nothing where the message has no placeholders. */
type Given<M extends string> = keyof ValuesOf<M> extends never ? [] : [values: ValuesOf<M>];

export type SpokenCode = keyof typeof en.refusals;
/** Each code with what its sentence takes. */
export type Spoken = {
  readonly [Code in SpokenCode]: [code: Code, ...given: Given<(typeof en.refusals)[Code]['message']>];
};
export type SpokenRefusal = Coded<SpokenCode>;

export type FormFaultCode = keyof typeof en.formFaults;
export type FormFault = Coded<FormFaultCode>;

/** A fault of a form's field. */
export function formFault<Code extends FormFaultCode>(
  code: Code,
  ...given: Given<(typeof en.formFaults)[Code]>
): FormFault {
  return { code, values: valuesIn(given) };
}

/** The values of a call, which its type has checked. */
export function valuesIn([given]: readonly unknown[]): RawValues {
  return isRaw(given) ? given : {};
}

function isRaw(value: unknown): value is RawValues {
  return typeof value === 'object' && value !== null;
}

/** The sentences of a refusal: what happened, and what to do. */
export function refusalWords(
  { refusals }: Texts,
  { code, values }: SpokenRefusal,
): { message: Said; remedy: Said } {
  const { message, remedy } = refusals[code];
  return { message: sayWith(message, values), remedy };
}

export function faultWords({ formFaults }: Texts, { code, values }: FormFault): Said {
  return sayWith(formFaults[code], values);
}

const VALUE_MOST = 320;

/** Says a message whose placeholders were checked where its values were given. */
function sayWith(message: unknown, values: RawValues): Said {
  const said: unknown =
    typeof message === 'function' ? Reflect.apply(message, undefined, [inert(values)]) : message;
  if (!isSaid(said)) throw new TypeError('this is not a message');
  return said;
}

function inert(values: RawValues): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? plain(value, VALUE_MOST) : value,
    ]),
  );
}

/** Texts are compiled of messages, and come out as text or runs and as nothing else. */
function isSaid(value: unknown): value is Said {
  return typeof value === 'string' || Array.isArray(value);
}
