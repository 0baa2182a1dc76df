import type { Language } from '../../shared/languages.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Method, MethodInput, MethodOutputs, Notice } from '../../shared/methods.ts';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import type { FileBridge } from './FileBridge.ts';

/** `connecting` only until the first connection; a bridge that fell is `down` while it tries again. */
export type BridgeStatus = 'connecting' | 'up' | 'down';

/**
 * Why a bridge answers in the place of the program. `ConnectionLost`: there was no answer, and whether it
 * was carried out is not known. `NotSent`: there is no connection. `InputInvalid`: the program would not have read it, so it was not sent.
 */
interface BridgeRefusal extends Refusal {
  readonly type: 'ConnectionLost' | 'InputInvalid' | 'NotSent';
}

export interface BridgeReply {
  readonly ok: false;
  readonly error: BridgeRefusal;
}

/**
 * The way from the window to the program. A WebSocket carries it in the browser; on the desktop the
 * preload script's bridge takes its place, so nothing else in the window may know what carries it.
 */
export interface Bridge {
  readonly call: <Name extends Method>(
    method: Name,
    input: MethodInput<Name>,
  ) => Promise<MethodOutputs[Name] | BridgeReply>;
  /** Both give back what ends the listening. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  readonly onStatus: (listener: (status: BridgeStatus) => void) => () => void;
  readonly status: () => BridgeStatus;
  readonly files: FileBridge;
  /** Tells a host that has words of its own which language the window speaks. */
  readonly speak?: (language: Language) => void;
  /** Saves the page as it prints, where the program itself can: `saved` is false when it was called off. */
  readonly savePdf?: (name: string) => Promise<Result<{ readonly saved: boolean }, Refusal>>;
}
