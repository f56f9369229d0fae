import {CheckCircleOutlined, ExclamationCircleFilled} from '@ant-design/icons';
import {useTranslation} from 'react-i18next';
import styles from './carrier.module.css';
import type {Checked, Findings} from './checks';

/** How what is typed stands beside the call and the hop before, in sign, colour and word. */
export function FindingShown({what, findings}: {what: Checked; findings: Findings}) {
  const {t} = useTranslation('carrier');
  const finding = findings[what];
  if (!finding) return null;
  const Icon = finding.agrees ? CheckCircleOutlined : ExclamationCircleFilled;
  return (
    <div
      className={finding.agrees ? styles.agrees : styles.differs}
      aria-live="polite"
      data-finding={what}
      data-agrees={finding.agrees}
    >
      <Icon aria-hidden /> {t(`finding.${what}.${finding.agrees ? 'agrees' : 'differs'}`, {expected: finding.expected})}
    </div>
  );
}
