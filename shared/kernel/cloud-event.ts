/** An event in the open format, personal part left out. **Source:** CloudEvents 1.0, JSON format. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  /** `urn:daybook:<daybook id>` and, after a slash, the device. */
  readonly source: string;
  readonly type: string;
  /** The stream. */
  readonly subject: string;
  /** RFC 3339, when it was recorded. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: object;
  /** Where it stands in this log. A damaged log may lack some. */
  readonly position: number;
  readonly [extension: string]: unknown;
}
