import { z } from 'zod';
import { inputInvalid } from '../../shared/kernel/input-invalid.ts';
import { err } from '../../shared/kernel/result.ts';
import { parseUntrustedJson, type JsonLimits } from '../../shared/kernel/untrusted-json.ts';
import {
  methodInputs,
  unreadableRequest,
  type Method,
  type MethodOutputs,
  type ReplyFrame,
  type RequestFrame,
} from '../../shared/methods.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { describeDefect, type HostLog } from './HostLog.ts';

/** What stands behind the door: one function a method, called with input that has been checked. */
export type ContractService = {
  readonly [Name in Method]: (
    input: z.output<(typeof methodInputs)[Name]>,
  ) => Promise<MethodOutputs[Name]>;
};

/** Something failed that should not have; the local log knows more under this id. */
export interface Unexpected extends Refusal {
  readonly type: 'Unexpected';
  readonly incidentId: string;
}

/** The one way in for every window, whatever carries its frames. */
export interface ContractServer {
  /** Answers a frame that came as a value. Never rejects: whatever the frame is, there is a reply. */
  readonly answer: (frame: unknown) => Promise<ReplyFrame>;
  /** Answers a frame that came as JSON, with JSON. */
  readonly answerJson: (source: string | Uint8Array) => Promise<string>;
}

export interface ContractServerDependencies {
  readonly service: ContractService;
  readonly log: HostLog;
  readonly newId: () => string;
  readonly limits?: JsonLimits;
}

const frameSchema: z.ZodType<RequestFrame, unknown> = z.strictObject({
  request: z.int().min(1),
  method: z.string().max(100),
  input: z.unknown(),
});

const isMethod = (name: string): name is Method => Object.hasOwn(methodInputs, name);

/** What a value has under a name of its own; never what it inherits. */
const ownValue = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

/** A defect that happened further in and is in the log already keeps the number it has there. */
const loggedAs = (thrown: unknown): string | null =>
  thrown instanceof Error && 'incidentId' in thrown && typeof thrown.incidentId === 'string'
    ? thrown.incidentId
    : null;

/** A refusal in the form that the method's replies have. */
const refuse = (method: string, input: unknown, error: Refusal): unknown => {
  if (method !== 'command/execute') return err(error);
  const id = ownValue(input, 'id');
  return { ok: false, id: typeof id === 'string' ? id.slice(0, 64) : null, error };
};

/**
 * The one contract server that all hosts use. It looks methods up by own key, checks every input
 * again, and answers everything: a defect becomes `Unexpected`, and its details stay in the local log.
 */
export const createContractServer = ({
  service,
  log,
  newId,
  limits,
}: ContractServerDependencies): ContractServer => {
  const unexpected = (method: Method | null, thrown: unknown): Unexpected => {
    const incidentId = loggedAs(thrown) ?? newId();
    log({
      event: 'incident',
      level: 'error',
      incidentId,
      ...(method === null ? {} : { method }),
      defect: describeDefect(thrown),
    });
    return { type: 'Unexpected', incidentId };
  };

  const replyTo = async (method: string, input: unknown): Promise<unknown> => {
    if (!isMethod(method)) return refuse(method, input, { type: 'UnknownMethod' });
    try {
      const parsed = methodInputs[method].safeParse(input);
      if (!parsed.success) return refuse(method, input, inputInvalid(parsed.error.issues));
      // The method's own schema made this input, which the union of all methods no longer shows.
      const run = service[method] as (input: unknown) => Promise<unknown>;
      return await run(parsed.data);
    } catch (thrown) {
      return refuse(method, input, unexpected(method, thrown));
    }
  };

  const answer = async (frame: unknown): Promise<ReplyFrame> => {
    let request = unreadableRequest;
    try {
      const parsed = frameSchema.safeParse(frame);
      if (!parsed.success) {
        const named = z.int().min(1).safeParse(ownValue(frame, 'request'));
        if (named.success) request = named.data;
        return { request, reply: err({ type: 'FrameInvalid' }) };
      }
      request = parsed.data.request;
      return { request, reply: await replyTo(parsed.data.method, parsed.data.input) };
    } catch (thrown) {
      return { request, reply: err(unexpected(null, thrown)) };
    }
  };

  const answerJson = async (source: string | Uint8Array): Promise<string> => {
    const parsed = parseUntrustedJson(source, limits);
    if (!parsed.ok) return JSON.stringify({ request: unreadableRequest, reply: parsed });
    const reply = await answer(parsed.value);
    try {
      return JSON.stringify(reply);
    } catch (thrown) {
      const request = 'request' in reply ? reply.request : unreadableRequest;
      return JSON.stringify({ request, reply: err(unexpected(null, thrown)) });
    }
  };

  return { answer, answerJson };
};
