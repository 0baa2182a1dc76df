import type { Method, MethodInput, MethodOutputs, Notice, Refusal } from '../../shared/protocol.ts';

/** `connecting` only until the first connection; a bridge that fell is `down` while it tries again. */
export type BridgeStatus = 'connecting' | 'up' | 'down';

/** The answer to a call that the program did not answer. Whether it was carried out is not known. */
export interface ConnectionLost extends Refusal {
  readonly type: 'ConnectionLost';
}

export interface ConnectionLostReply {
  readonly ok: false;
  readonly error: ConnectionLost;
}

/**
 * The way from the window to the program. A WebSocket carries it in the browser; on the desktop the
 * preload script's bridge takes its place, so nothing else in the window may know what carries it.
 */
export interface Bridge {
  readonly call: <Name extends Method>(
    method: Name,
    input: MethodInput<Name>,
  ) => Promise<MethodOutputs[Name] | ConnectionLostReply>;
  /** Both give back what ends the listening. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  readonly onStatus: (listener: (status: BridgeStatus) => void) => () => void;
  readonly status: () => BridgeStatus;
}
