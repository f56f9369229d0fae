package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a client's commands and sends each reply once it is durable. The thread does not wait for
 * the disk: it goes on with other connections, so a group commit may hold any number of commands.
 */
final class CommandHandler extends MongoDatabaseHandler {

  private static final AtomicInteger replyIds = new AtomicInteger();

  private final IndexedH2Backend backend;
  private final GroupCommit commits;

  CommandHandler(IndexedH2Backend backend, GroupCommit commits, ChannelGroup channels) {
    super(backend, channels);
    this.backend = backend;
    this.commits = commits;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    if (!(request instanceof MongoMessage message)) {
      super.channelRead0(context, request);
      return;
    }
    Document query = message.getDocument();
    String command = query.keySet().iterator().next();
    IndexedH2Backend.Outcome outcome =
        backend.run(context.channel(), message.getDatabaseName(), command, query);
    commits.whenDurable(
        outcome.seen(), failure -> send(context, message, outcome.reply(), failure));
  }

  private static void send(
      ChannelHandlerContext context,
      MongoMessage request,
      Document reply,
      @Nullable RuntimeException failure) {
    MessageHeader header =
        new MessageHeader(replyIds.incrementAndGet(), request.getHeader().getRequestID());
    Document answer =
        failure == null ? reply : IndexedH2Backend.errorReply(IndexedH2Backend.notDurable());
    context
        .channel()
        .writeAndFlush(new MongoMessage(request.getChannel(), header, answer))
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }
}
