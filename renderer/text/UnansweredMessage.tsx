import type { Refusal } from '../../shared/protocol/refusal.ts';
import { useApi } from '../api/ApiContext.ts';
import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';
import { unansweredSentence } from './unansweredSentence.ts';
import { useText } from './useText.ts';

interface UnansweredMessageProps {
  readonly refusal: Refusal | null;
  readonly isOnPage?: boolean;
}

/** The same question would be refused again: it has to be put otherwise. */
const isAboutQuestion = ({ type }: Refusal): boolean => type === 'InputInvalid';

/** Why what stands here cannot be shown, and what asks for it once more; nothing where it can. */
export const UnansweredMessage = ({ refusal, isOnPage = false }: UnansweredMessageProps) => {
  const { t, language } = useText();
  const { askAgain } = useApi();
  return refusal === null ? null : (
    <Message
      isOnPage={isOnPage}
      actions={
        isAboutQuestion(refusal) ? null : (
          <Button size="small" onPress={askAgain}>
            {t('failure.again')}
          </Button>
        )
      }
    >
      {unansweredSentence(refusal, t, language)}
    </Message>
  );
};
