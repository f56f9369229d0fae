package io.holdfast.kit.audit;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.holdfast.kit.access.AccessInterceptor.Refusals;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.MarkedFields;
import io.holdfast.kit.audit.AuditEntry.Outcome;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an entry for each answer that shows personal data, before it leaves, and for each refusal.
 * It stands outside of {@code SeenBy}: what was cleared was not shown. The answer to a change shows
 * what the change's own entry is about, and gets none of its own.
 */
public final class AuditInterceptor implements ServerInterceptor, Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(AuditInterceptor.class);
  private static final String ID = "id";
  private static final int ITEMS_MAX = 100;
  private static final Pattern OPAQUE = Pattern.compile("[0-9a-z]{" + Ids.LENGTH + "}");

  private final AuditLog log;
  private final LegalClock clock;
  private final Ids ids;
  private final MarkedFields personal =
      new MarkedFields(
          field -> field.getOptions().getExtension(io.holdfast.proto.access.v1.Access.personal));

  public AuditInterceptor(AuditLog log, LegalClock clock, Ids ids) {
    this.log = log;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    var audited = new AuditedCall<>(call, Call.current());
    return new SimpleForwardingServerCallListener<>(next.startCall(audited, headers)) {
      @Override
      public void onMessage(Q request) {
        audited.asked(request);
        super.onMessage(request);
      }
    };
  }

  @Override
  public void refused(Call call) {
    refused(call, collection(call.method()), KitReason.ACCESS_DENIED.name());
  }

  private void refused(Call call, String subject, String reason) {
    try {
      log.append(List.of(entry(call, subject, List.of(), Outcome.REFUSED, reason)));
    } catch (Problem e) {
      // The refusal stands; only its entry is lost, and the log above has said so.
      LOG.error("the refusal of {} could not be audited", call.method());
    }
  }

  private AuditEntry entry(
      Call call, String subject, List<String> items, Outcome outcome, String reason) {
    return new AuditEntry(
        ids.next(),
        clock.instant(),
        call.caller().actor(),
        action(call.method()),
        subject,
        items,
        outcome,
        reason,
        call.cause(),
        ReadLog.readers(call, subject, items));
  }

  /** {@code holdfast.freezing.v1.StopOrders/RecordStop} is {@code freezing.RecordStop}. */
  static String action(String method) {
    String[] parts = method.split("[./]", -1);
    return parts.length < 4 ? method : parts[parts.length - 4] + '.' + parts[parts.length - 1];
  }

  /** {@code holdfast.freezing.v1.StopOrders/RecordStop} acts on {@code stopOrders}. */
  static String collection(String method) {
    String service = method.substring(0, method.indexOf('/'));
    String name = service.substring(service.lastIndexOf('.') + 1);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static @Nullable String id(Message message) {
    FieldDescriptor field = message.getDescriptorForType().findFieldByName(ID);
    if (field == null || field.isRepeated() || field.getJavaType() != JavaType.STRING) {
      return null;
    }
    String id = (String) message.getField(field);
    // Anything else may be a text that somebody typed into the wrong place.
    return OPAQUE.matcher(id).matches() ? id : null;
  }

  /** The ids of what a list shows. */
  private static List<String> items(Message answer) {
    var items = new ArrayList<String>();
    Descriptor type = answer.getDescriptorForType();
    for (FieldDescriptor field : type.getFields()) {
      if (!field.isRepeated() || field.isMapField() || field.getJavaType() != JavaType.MESSAGE) {
        continue;
      }
      for (Object element : (List<?>) answer.getField(field)) {
        String id = id((Message) element);
        if (id != null && items.size() < ITEMS_MAX) {
          items.add(id);
        }
      }
    }
    return items;
  }

  private static String reason(Status status, Metadata trailers) {
    com.google.rpc.Status details = StatusProto.fromStatusAndTrailers(status, trailers);
    for (Any detail : details.getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        try {
          return detail.unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException e) {
          break;
        }
      }
    }
    return status.getCode().name();
  }

  private final class AuditedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final Call call;
    private volatile @Nullable String askedId;

    AuditedCall(ServerCall<Q, A> delegate, Call call) {
      super(delegate);
      this.call = call;
    }

    void asked(Q request) {
      if (askedId == null && request instanceof Message message) {
        askedId = id(message);
      }
    }

    @Override
    public void sendMessage(A answer) {
      if (answer instanceof Message message && personal.present(message)) {
        shown(message);
      }
      super.sendMessage(answer);
    }

    private void shown(Message message) {
      String shown = askedId == null ? id(message) : askedId;
      boolean told = shown != null && call.hasChanged(shown);
      if (!told) {
        List<String> items = shown == null ? items(message) : List.of();
        log.append(List.of(entry(call, subject(shown), items, Outcome.READ, "")));
      }
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (status.getCode() == Status.Code.PERMISSION_DENIED
          || status.getCode() == Status.Code.UNAUTHENTICATED) {
        refused(call, subject(askedId), reason(status, trailers));
      }
      super.close(status, trailers);
    }

    private String subject(@Nullable String id) {
      String collection = collection(call.method());
      return id == null ? collection : collection + '/' + id;
    }
  }
}
