"""Rows: labs, their members, documents and runs, links; and who may see them."""

import uuid
from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar, Literal, Self, get_args

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from designer.messages import RunKind, RunStatus
from designer.topology.topology import NAME_MAX, Topology

UNFINISHED: tuple[RunStatus, ...] = ("queued", "running")
CHANGING: tuple[RunKind, ...] = ("apply", "destroy")
"""The kinds of run that change the host."""

Role = Literal["view", "run", "edit", "own"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What somebody may do in a lab; each includes those before it."""

Viewer = AbstractBaseUser | AnonymousUser


class Guest(AnonymousUser):
    """Somebody without an account, whom share links let see labs."""

    def __init__(self, links: Sequence[int]) -> None:
        super().__init__()
        self.links = tuple(links)


class LabQuerySet(models.QuerySet["Lab"]):
    """Labs, by who may see them."""

    def visible_to(self, user: Viewer) -> Self:
        """Return the labs that somebody may see, each with the `role` that this person has in it.

        Nobody sees one that is being deleted.
        """
        found = self.filter(deleted_at=None)
        if isinstance(user, Guest):
            links = ShareLink.objects.valid().filter(pk__in=user.links)
            return found.filter(pk__in=links.values("lab")).annotate(role=Value("view"))
        own = LabMember.objects.filter(user=user.pk)
        links = ShareLink.objects.valid().filter(openings__user=user.pk)
        role = Subquery(own.filter(lab=OuterRef("pk")).values("role")[:1])
        owns = When(owner=user.pk, then=Value("own"))
        seen = Q(owner=user.pk) | Q(pk__in=own.values("lab")) | Q(pk__in=links.values("lab"))
        by_role = Coalesce(role, Value("view"))
        return found.filter(seen).annotate(role=Case(owns, default=by_role))


class Lab(models.Model):
    """A saved drawing and its owner.

    `text` is the user's file, comments and all, as it was at `text_revision`: what the canvas
    changed since is merged into it when somebody reads it. `topology` and `problems` are always
    up to date. `ignored_drift` holds the ids of differences that its user does not want to hear
    of. `revision` grows with every stored change, `generation` with every request to
    the host.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="labs"
    )
    name = models.CharField(max_length=NAME_MAX)
    text = models.TextField()
    text_revision = models.PositiveIntegerField(default=1)
    topology = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    node_count = models.PositiveIntegerField(default=0)
    link_count = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)
    generation = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    ignored_drift = models.JSONField(default=list)

    objects: ClassVar[models.Manager["Lab"]] = LabQuerySet.as_manager()

    role: Role | None = None
    """What who asked for it may do; None where nobody in particular did."""

    class Meta:
        """Newest first, as the list of labs shows them."""

        ordering: ClassVar = ["-updated_at"]

    def __str__(self) -> str:
        """Say the lab's name."""
        return self.name

    @cached_property
    def drawing(self) -> Topology:
        """What is drawn, as a value; who stores another sets this too."""
        return Topology.model_validate(self.topology)


class LabMember(models.Model):
    """Somebody beside its owner who may do something in a lab."""

    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=4)

    class Meta:
        """By name, as people look for each other."""

        ordering: ClassVar = ["user__username"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lab", "user"], name="one_role_a_member")
        ]

    def __str__(self) -> str:
        """Say who may do what."""
        return f"user {self.user_id} may {self.role} lab {self.lab_id}"


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    """Share links, by whether they still open anything."""

    def valid(self) -> Self:
        """Return those that have not expired."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))


class ShareLink(models.Model):
    """A link that shows a lab to whoever has it; only the hash of its token is kept.

    `embed_sites` are the sites that may show it inside their pages, `*` is any; None: no site may.
    """

    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="share_links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    embed_sites = models.JSONField(null=True, default=None)

    objects: ClassVar[models.Manager["ShareLink"]] = ShareLinkQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        """Say what it shows."""
        return f"share link of lab {self.lab_id}"


class LinkOpening(models.Model):
    """Somebody with an account who opened a share link, and sees its lab as long as that works."""

    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="openings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="opened_links"
    )

    class Meta:
        """Opened twice it shows the same."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["link", "user"], name="one_opening_a_user")
        ]

    def __str__(self) -> str:
        """Say who opened what."""
        return f"user {self.user_id} opened link {self.link_id}"


class RunQuerySet(models.QuerySet["Run"]):
    """Runs, by who may see them and by whether they still go on."""

    def visible_to(self, user: Viewer) -> Self:
        """Return the runs of the labs that somebody may see."""
        return self.filter(lab__in=Lab.objects.visible_to(user).values("pk"))

    def unfinished(self) -> Self:
        """Return the runs that wait or go on."""
        return self.filter(status__in=UNFINISHED)


class Run(models.Model):
    """One attempt to do something with a lab on its host.

    `record` and `cells` are its outcome in few bytes (designer.record), written when it ended.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="runs")
    kind = models.CharField(max_length=8)
    status = models.CharField(max_length=9, default="queued")
    revision = models.PositiveIntegerField()
    generation = models.PositiveIntegerField()
    topology = models.JSONField()
    probes = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    summary = models.TextField(blank=True)
    record = models.JSONField(default=dict)
    cells = models.BinaryField(default=bytes)

    objects: ClassVar[models.Manager["Run"]] = RunQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-generation"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lab", "generation"], name="one_run_a_generation")
        ]

    def __str__(self) -> str:
        """Say what it does, and to which lab."""
        return f"{self.kind} {self.lab_id}"

    @property
    def is_finished(self) -> bool:
        """Whether it has ended, well or badly."""
        return self.status not in UNFINISHED


class LabVersion(models.Model):
    """What a lab's drawing once was: kept by itself now and then, or under a name.

    `number` counts within the lab from 1. `created_at` is when the drawing was so, and `reason`
    why it was kept.
    """

    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=NAME_MAX, blank=True)
    reason = models.CharField(max_length=8)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField()
    revision = models.PositiveIntegerField()
    topology = models.JSONField()
    node_count = models.PositiveIntegerField()
    link_count = models.PositiveIntegerField()

    class Meta:
        """Newest first."""

        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lab", "number"], name="one_version_a_number")
        ]

    def __str__(self) -> str:
        """Say which it is."""
        return self.name or f"version {self.number}"


class SignInLink(models.Model):
    """A link that signs a user in once; only the hash of its token is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        """Say whose it is."""
        return f"sign-in link of user {self.user_id}"


class SharedDocument(models.Model):
    """A lab's drawing as the Yjs document that people edit together; made when it is first opened.

    It is `snapshot` and the updates whose numbers are greater than `snapshot_number`. The lab's
    `topology` and `problems` say what it was at update `derived_number`; `faults` are those of the
    problems that only the document has, for no drawing can say them.
    """

    lab = models.OneToOneField(
        Lab, on_delete=models.CASCADE, primary_key=True, related_name="document"
    )
    snapshot = models.BinaryField()
    snapshot_number = models.PositiveBigIntegerField(default=0)
    last_number = models.PositiveBigIntegerField(default=0)
    derived_number = models.PositiveBigIntegerField(default=0)
    faults = models.JSONField(default=list)

    def __str__(self) -> str:
        """Say whose it is, and how many updates it has had."""
        return f"document of lab {self.lab_id} after {self.last_number} updates"


class DocumentUpdate(models.Model):
    """One change of a shared document, as Yjs encodes it; numbers have no gaps."""

    lab = models.ForeignKey(Lab, on_delete=models.CASCADE, related_name="updates")
    number = models.PositiveBigIntegerField()
    data = models.BinaryField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """In the order in which they were taken."""

        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["lab", "number"], name="one_update_a_number")
        ]

    def __str__(self) -> str:
        """Say which it is."""
        return f"update {self.number} of lab {self.lab_id}"
