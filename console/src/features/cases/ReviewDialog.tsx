import {Modal} from 'antd';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {useRefresh} from './data';

const FOLLOWS = ['applicant', 'decision', 'report', 'stops'] as const;

/** What follows when a case is put forward for review, before the officer does it: there is no way back. */
export function ReviewDialog({id, onClose}: {id: string; onClose: () => void}) {
  const {t} = useTranslation('cases');
  const refresh = useRefresh(id);
  const act = useAct(
    (_: null, requestId) => answer(api.POST('/v1/cases/{id}:review', {params: {path: {id}}, body: {requestId}})),
    () => {
      refresh();
      onClose();
    },
  );
  const send = () => act.mutate(null);
  return (
    <Modal
      open
      title={t('review.title')}
      okText={t('head.review')}
      okButtonProps={{loading: act.isPending, autoFocus: true}}
      onOk={send}
      onCancel={onClose}
    >
      <ul>
        {FOLLOWS.map((each) => (
          <li key={each}>{t(`review.${each}`)}</li>
        ))}
      </ul>
      <ProblemNotice failure={act.error} onRetry={send} />
    </Modal>
  );
}
