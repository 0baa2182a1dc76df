/** What JavaScript itself looks for on any object. */
const ofTheLanguage: ReadonlySet<string> = new Set(['then', 'toJSON', 'constructor']);

/** An object that throws when it is asked for something that it has not: nothing is passed over in silence. */
export const strict = <Value extends object>(name: string, value: Value): Value =>
  new Proxy(value, {
    get: (target, key) => {
      if (typeof key === 'string' && !(key in target) && !ofTheLanguage.has(key))
        throw new Error(`the stand-in has no ${name}.${key}`);
      return Reflect.get(target, key) as unknown;
    },
  });

/** An event as Electron hands it to a listener. */
export interface StandInEvent {
  readonly preventDefault: () => void;
  readonly isPrevented: () => boolean;
}

export const createEvent = <Details extends object>(details: Details): StandInEvent & Details => {
  let prevented = false;
  return {
    ...details,
    preventDefault: () => {
      prevented = true;
    },
    isPrevented: () => prevented,
  };
};
