package org.stoppayment.cli.command.duty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.MessageJson;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.intake.v1.FindVictimContactsRequest;
import org.stoppayment.proto.intake.v1.FindVictimContactsResponse;
import org.stoppayment.proto.intake.v1.PayerAccount;
import org.stoppayment.proto.intake.v1.VictimContact;

/**
 * Whom to call about entries of the dissuasion list. The list has no telephone numbers, and often no names; case-intake may know
 * them from reports of the payers. Without case-intake the list is shown as it is.
 *
 * @param byEntry the contacts of the entries, newest first, by the entry's id
 * @param unavailable why case-intake could not be asked, empty when it was
 */
record VictimContacts(Map<String, List<VictimContact>> byEntry, Optional<String> unavailable) {

    private static final int MAX_ACCOUNTS = 200;

    /** Asks case-intake about the payers of the entries. */
    static VictimContacts of(ServiceClients clients, List<Dissuasion> entries) {
        Map<String, List<VictimContact>> found = new HashMap<>();
        List<Dissuasion> asked = entries.stream()
                .filter(entry -> !entry.getPayer().getNumber().isEmpty())
                .toList();
        try {
            for (int from = 0; from < asked.size(); from += MAX_ACCOUNTS) {
                List<Dissuasion> some = asked.subList(from, Math.min(from + MAX_ACCOUNTS, asked.size()));
                FindVictimContactsResponse answer = clients.intake().findVictimContacts(request(some));
                for (int i = 0; i < Math.min(some.size(), answer.getAccountsCount()); i++) {
                    Dissuasion entry = some.get(i);
                    found.put(
                            entry.getDissuasionId(),
                            answer.getAccounts(i).getContactsList().stream()
                                    .filter(contact -> isHolder(entry.getPayer(), contact))
                                    .toList());
                }
            }
            return new VictimContacts(found, Optional.empty());
        } catch (StatusRuntimeException e) {
            return new VictimContacts(found, Optional.of(e.getStatus().getCode().name()));
        }
    }

    private static FindVictimContactsRequest request(List<Dissuasion> entries) {
        return FindVictimContactsRequest.newBuilder()
                .addAllAccounts(entries.stream()
                        .map(entry -> PayerAccount.newBuilder()
                                .setInstitutionCode(entry.getPayer().getInstitutionCode())
                                .setNumber(entry.getPayer().getNumber())
                                .build())
                        .toList())
                .build();
    }

    /** Whoever has another name than the institution told is not the one to call. */
    private static boolean isHolder(Account payer, VictimContact contact) {
        return payer.getName().isBlank()
                || contact.getName().isBlank()
                || payer.getName().strip().equals(contact.getName().strip());
    }

    /** The contacts of an entry, newest first. */
    List<VictimContact> of(Dissuasion entry) {
        return byEntry.getOrDefault(entry.getDissuasionId(), List.of());
    }

    /** The name to ask for, empty when nobody knows it. */
    String name(Dissuasion entry) {
        return entry.getPayer().getName().isBlank()
                ? of(entry).stream()
                        .map(VictimContact::getName)
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElse("")
                : entry.getPayer().getName();
    }

    /** The telephone number, empty when nobody knows it. */
    String phone(Dissuasion entry) {
        return of(entry).stream()
                .map(VictimContact::getPhone)
                .filter(phone -> !phone.isBlank())
                .findFirst()
                .orElse("");
    }

    /** What a call still lacks, such as {@code missing: name, phone}; empty when nothing does. */
    String missing(Console console, Dissuasion entry) {
        boolean name = name(entry).isBlank();
        boolean phone = phone(entry).isBlank();
        if (!name && !phone) {
            return "";
        }
        return console.text(DutyText.MISSING, name && phone ? 2 : phone ? 1 : 0);
    }

    /** A copy for the screen; {@code visible} masks what is personal. */
    VictimContacts visible(UnaryOperator<Message> visible) {
        Map<String, List<VictimContact>> shown = new HashMap<>();
        byEntry.forEach((entry, contacts) -> shown.put(
                entry,
                contacts.stream()
                        .map(contact -> (VictimContact) visible.apply(contact))
                        .toList()));
        return new VictimContacts(shown, unavailable);
    }

    /** An answer of the list as JSON, each entry with its {@code contacts}; and with {@code contactsUnavailable} when unknown. */
    String json(Message answer) {
        try {
            ObjectNode root = (ObjectNode) Json.MAPPER.readTree(MessageJson.of(answer));
            root.path("entries").forEach(this::addContacts);
            addContacts(root.path("entry"));
            unavailable.ifPresent(why -> root.put("contactsUnavailable", why));
            return Json.of(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addContacts(JsonNode entry) {
        if (entry instanceof ObjectNode node) {
            ArrayNode contacts = node.putArray("contacts");
            byEntry.getOrDefault(node.path("dissuasionId").asText(), List.of()).forEach(contact -> {
                try {
                    contacts.add(Json.MAPPER.readTree(MessageJson.of(contact)));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
