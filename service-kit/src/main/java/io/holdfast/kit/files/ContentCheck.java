package io.holdfast.kit.files;

import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file's bytes as they pass: what it is, how long, and whether it would do something
 * when opened.
 */
final class ContentCheck {
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
  private static final List<String> ACTIVE =
      List.of("/JavaScript", "/JS ", "/JS(", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA");
  private static final int OVERLAP = 16;

  private final long sizeMax;
  private final MessageDigest digest;
  private long size;
  private @Nullable String contentType;
  private String tail = "";

  ContentCheck(long sizeMax) {
    this.sizeMax = sizeMax;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void accept(byte[] piece) {
    if (contentType == null) {
      contentType = type(piece);
    }
    size += piece.length;
    if (size > sizeMax) {
      throw Problem.of(KitReason.FILE_TOO_LARGE, "limit", Long.toString(sizeMax));
    }
    digest.update(piece);
    if ("application/pdf".equals(contentType)) {
      refuseActive(piece);
    }
  }

  long size() {
    return size;
  }

  String contentType() {
    String type = contentType;
    if (type == null) {
      throw Problem.of(KitReason.FILE_TYPE_REFUSED);
    }
    return type;
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void refuseActive(byte[] piece) {
    String text = tail + new String(piece, StandardCharsets.ISO_8859_1);
    if (ACTIVE.stream().anyMatch(text::contains)) {
      throw Problem.of(KitReason.FILE_ACTIVE_CONTENT);
    }
    tail = text.substring(Math.max(0, text.length() - OVERLAP));
  }

  private static String type(byte[] start) {
    if (begins(start, PDF)) {
      return "application/pdf";
    }
    if (begins(start, PNG)) {
      return "image/png";
    }
    if (begins(start, JPEG)) {
      return "image/jpeg";
    }
    throw Problem.of(KitReason.FILE_TYPE_REFUSED);
  }

  private static boolean begins(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }
}
