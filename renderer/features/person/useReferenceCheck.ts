import { useState } from 'react';
import { useApi } from '../../api/ApiContext.ts';

/** A reference that somebody else has, which the user has been told of when they sent the form. */
export interface ToldOfReference {
  readonly reference: string;
  /** Of the other person; null while names are not all in memory yet. */
  readonly name: string | null;
}

export interface ReferenceCheck {
  readonly told: ToldOfReference | null;
  /** Whether the form may be sent with this reference. It may not the first time that it is somebody else's. */
  readonly mayHave: (reference: string | undefined) => Promise<boolean>;
}

/**
 * Asks, before a form is sent, whether somebody else has the reference in it: the word beside the field
 * comes after a pause, which a fast typist does not make. Whoever sends it once more means it.
 */
export const useReferenceCheck = (personId: string | null): ReferenceCheck => {
  const api = useApi();
  const [told, setTold] = useState<ToldOfReference | null>(null);
  const mayHave = async (reference: string | undefined): Promise<boolean> => {
    if (reference === undefined || reference === told?.reference) return true;
    const others = await api.ask('person/by-reference', { reference });
    // Where that cannot be asked, what is sent will say why by itself.
    const other = others.ok
      ? others.value.rows.find((row) => row.personId !== personId)
      : undefined;
    setTold(other === undefined ? null : { reference, name: other.name });
    return other === undefined;
  };
  return { told, mayHave };
};
