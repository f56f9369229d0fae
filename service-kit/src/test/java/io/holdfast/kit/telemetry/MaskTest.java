package io.holdfast.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          card 6222000000000000000 gone         | card *** gone
          acct6222000000000000000x              | acct***
          id 11010519491231002X                 | id ***
          id 11010519491231002x.                | id ***.
          phone 13800000000                     | phone ***
          phone 138 0000 0000                   | phone ***
          phone 138-0000-0000                   | phone ***
          +8613800000000                        | +***
          6222 0000 0000 0000 000               | ***
          6222-0000-0000-0000                   | ***
          卡号６２２２０００００００００００             | 卡号***
          mail someone.else@example.org now     | mail *** now
          a 123456 b                            | a 123456 b
          2026-11-21T10:00:00Z took 1234 ms     | 2026-11-21T10:00:00Z took 1234 ms
          127.0.0.1:27117                       | 127.0.0.1:27117
          """)
  void hidesWhatLooksPersonal(String text, String masked) {
    assertThat(Mask.text(text)).isEqualTo(masked);
  }
}
