import type { Refusal } from '../../shared/protocol/refusal.ts';
import { Message } from '../ui/Message.tsx';
import { unansweredSentence } from './unansweredSentence.ts';
import { useText } from './useText.ts';

interface UnansweredMessageProps {
  readonly refusal: Refusal | null;
  readonly isOnPage?: boolean;
}

/** Why what stands here cannot be shown, or nothing where it can. */
export const UnansweredMessage = ({ refusal, isOnPage = false }: UnansweredMessageProps) => {
  const { t, language } = useText();
  return refusal === null ? null : (
    <Message isOnPage={isOnPage}>{unansweredSentence(refusal, t, language)}</Message>
  );
};
