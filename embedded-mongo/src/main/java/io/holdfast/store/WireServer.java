package io.holdfast.store;

import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Listens for MongoDB clients, on the loopback address only: the protocol carries no authentication
 * here.
 */
final class WireServer implements AutoCloseable {

  /** A command that scans for seconds holds one of these; the others go on. */
  private static final int WORKERS = 16;

  private static final int BACKLOG = 512;
  private static final int STOP_SECONDS_MAX = 5;

  private final EventLoopGroup acceptor;
  private final EventLoopGroup workers;
  private final ChannelGroup clients;
  private final Channel server;

  WireServer(IndexedH2Backend backend, GroupCommit commits, int port) {
    acceptor =
        new MultiThreadIoEventLoopGroup(1, threads("store-accept"), NioIoHandler.newFactory());
    workers =
        new MultiThreadIoEventLoopGroup(
            WORKERS, threads("store-client"), NioIoHandler.newFactory());
    clients = new DefaultChannelGroup("store-clients", workers.next());
    try {
      server =
          new ServerBootstrap()
              .group(acceptor, workers)
              .channel(NioServerSocketChannel.class)
              .option(ChannelOption.SO_BACKLOG, BACKLOG)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(
                  new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                      channel
                          .pipeline()
                          .addLast(
                              new MongoWireReplyEncoder(),
                              new MongoWireMessageEncoder(),
                              new MongoWireProtocolHandler(),
                              new CommandHandler(backend, commits, clients),
                              new MongoExceptionHandler());
                    }
                  })
              .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
              .syncUninterruptibly()
              .channel();
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  private static DefaultThreadFactory threads(String name) {
    return new DefaultThreadFactory(name, true);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  /** Takes no more clients and commands. */
  void disconnect() {
    server.close().syncUninterruptibly();
    clients.close().awaitUninterruptibly(STOP_SECONDS_MAX, TimeUnit.SECONDS);
  }

  /** Waits for commands under way. */
  @Override
  public void close() {
    stop();
  }

  private void stop() {
    acceptor.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS).awaitUninterruptibly();
    workers.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
