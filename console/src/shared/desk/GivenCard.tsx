import {Button, Card, Collapse} from 'antd';
import {type ReactNode, useState} from 'react';
import {useTranslation} from 'react-i18next';

interface Props {
  /** What was answered last. */
  readonly children: ReactNode;
  /** Whether it can be taken back. */
  readonly correctable: boolean;
  /** The form that puts it right; calls back when it has. */
  readonly correction: (done: () => void) => ReactNode;
  /** What was taken back, as it was. */
  readonly earlier: readonly {readonly label: ReactNode; readonly children: ReactNode}[];
}

/** What one's own desk has answered, every version of it, and the way to put it right. */
export function GivenCard({children, correctable, correction, earlier}: Props) {
  const {t} = useTranslation('shared');
  const [correcting, setCorrecting] = useState(false);
  return (
    <Card
      size="small"
      title={t('given.title')}
      extra={
        correctable && (
          <Button size="small" onClick={() => setCorrecting(!correcting)}>
            {t(correcting ? 'given.keep' : 'given.correct')}
          </Button>
        )
      }
    >
      {children}
      {correcting && correction(() => setCorrecting(false))}
      {earlier.length > 0 && (
        <Collapse size="small" style={{marginTop: 10}} items={earlier.map((each, at) => ({key: at, ...each}))} />
      )}
    </Card>
  );
}
