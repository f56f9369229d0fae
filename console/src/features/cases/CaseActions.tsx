import {Button} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Role, useSession} from '@/shared/session';
import type {Case} from './data';
import {NoticeDialog} from './NoticeDialog';
import {ReviewDialog} from './ReviewDialog';

/** Who puts a case forward and serves the notice of a refusal (`ReviewCase`, `RecordFilingNotice`). */
const MOVES: readonly Role[] = ['station-officer', 'station-liaison', 'unit-head'];

/** What the officer in front of the page can do with the case as it stands. */
export function CaseActions({whole}: {whole: Case}) {
  const {t} = useTranslation('cases');
  const {roles} = useSession();
  const [open, setOpen] = useState<'review' | 'notice' | null>(null);
  const close = () => setOpen(null);
  const moves = MOVES.some((each) => roles.has(each));
  const served = whole.filingNotice?.noticeNumber;
  return (
    <div className="no-print">
      {whole.state === 'RECEIVED' && moves && <Button onClick={() => setOpen('review')}>{t('head.review')}</Button>}
      {whole.state === 'NOT_FILED' && !served && moves && (
        <Button type="primary" onClick={() => setOpen('notice')}>
          {t('filingNotice.title')}
        </Button>
      )}
      {whole.state === 'NOT_FILED' && served && <span>{t('filingNotice.served', {number: served})}</span>}
      {open === 'review' && <ReviewDialog id={whole.id ?? ''} onClose={close} />}
      {open === 'notice' && <NoticeDialog whole={whole} onClose={close} />}
    </div>
  );
}
