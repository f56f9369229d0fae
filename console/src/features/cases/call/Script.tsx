import {Card} from 'antd';
import {useTranslation} from 'react-i18next';
import {serverTime} from '@/shared/clock/serverTime';
import {nameOf, useInstitutions} from '@/shared/directory';
import {useSession} from '@/shared/session';
import {type CallText, spokenAccount, spokenAmount, spokenTime} from './callText';
import styles from './call.module.css';

/** What is read out, in the words of the emergency card, with what is known filled in. */
export function Script({text, payer}: {text: CallText; payer: string}) {
  const {t, i18n} = useTranslation('cases');
  const {institution, name, officerNumber} = useSession();
  const station = nameOf(useInstitutions(), institution);
  const lines = [
    ['name', text.name],
    ['account', spokenAccount(text)],
    ['amount', text.amount && spokenAmount(text)],
    ['time', spokenTime(text, new Date(serverTime.now()), i18n.language === 'en' ? 'en' : 'zh')],
    ['payer', payer],
  ] as const;
  return (
    <Card size="small" title={t('call.script')}>
      <p>{t('card.say', {station, name, number: officerNumber})}</p>
      <dl className={styles.script}>
        {lines.map(([key, value]) => (
          <div key={key} data-line={key}>
            <dt>{t(`card.${key}`)}</dt>
            <dd>{value || '—'}</dd>
          </div>
        ))}
      </dl>
      <p>{t('card.after')}</p>
    </Card>
  );
}
