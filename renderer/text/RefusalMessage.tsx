import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/protocol/refusal.ts';
import { Message } from '../ui/Message.tsx';
import { refusalSentence } from './refusalSentence.ts';
import { useText } from './useText.ts';

interface RefusalMessageProps {
  readonly refusal: Refusal | null;
  readonly actions?: ReactNode;
  readonly isOnPage?: boolean;
}

/** A refusal in words, or nothing where there is none. */
export const RefusalMessage = ({ refusal, actions, isOnPage = false }: RefusalMessageProps) => {
  const { t, language } = useText();
  return refusal === null ? null : (
    <Message actions={actions} isOnPage={isOnPage}>
      {refusalSentence(refusal, t, language)}
    </Message>
  );
};
