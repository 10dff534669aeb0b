package dev.txscope.event;

/// A fact that TxScope saw happen. Facts are named in the past tense and never change.
public sealed interface TxEvent
        permits ProducerEvent, CoordinatorEvent, LogEvent, ConsumerEvent, SessionEvent {}
