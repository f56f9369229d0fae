import {Space} from 'antd';
import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';
import {listed} from '@/shared/language';
import {StateTag} from '@/shared/StateTag';
import {dateTime} from '@/shared/time';
import {PROOF_TONES} from '@/shared/tones';
import {type Fact, FactList} from './FactList';

/** One call an order rests on: who called whom and when, whether he is proven, and whether the times fit. */
export function OralNotice({notice}: {notice: Schema<'freezing.v1.OralNotice'>}) {
  const {t, i18n} = useTranslation('shared');
  const {callback, caller} = notice;
  const rows: Fact[] = [
    [t('notice.callTime'), dateTime(notice.callTime)],
    [t('notice.caller'), [caller?.name, caller?.officerNumber].filter(Boolean).join(' · ')],
    [t('notice.callee'), [notice.calleeName, notice.calleePhone].filter(Boolean).join(' · ')],
    [t('notice.victim'), notice.victimPresent ? t('notice.present') : ''],
    [t('notice.entered'), dateTime(notice.entryTime)],
    [
      t('notice.callback'),
      callback && [callback.dialledPhone, dateTime(callback.callbackTime), callback.answeredBy].filter(Boolean).join(' · '),
    ],
    [t('notice.flags'), listed((notice.flags ?? []).map((flag) => t(`notice.flag.${flag}`)), i18n.language)],
    [t('notice.lateReason'), notice.lateReason],
  ];
  return (
    <div style={{marginBottom: 8}}>
      <Space wrap>
        {t(notice.byBank ? 'notice.byBank' : 'notice.byPolice')}
        <StateTag tone={PROOF_TONES[notice.proof ?? '']}>{t(`notice.proof.${notice.proof}`)}</StateTag>
      </Space>
      <FactList rows={rows} />
    </div>
  );
}
