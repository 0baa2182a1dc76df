/** Any refusal. `type` names the condition; the other fields carry what the user needs to know. */
export interface Refusal {
  readonly type: string;
}
