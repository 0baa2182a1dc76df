/** The one event of a command that always writes exactly one. Anything else is a bug. */
export const onlyEvent = <Event>(events: readonly Event[]): Event => {
  const [event] = events;
  if (event === undefined || events.length !== 1)
    throw new Error(`expected one event, found ${events.length}`);
  return event;
};
